type Base<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key
type Plural<Key> = Key extends `${infer Stem}_other` ? `${Stem}_one` : never

/** Another language's dictionary: the same keys, and for counted ones also a singular. */
export type Translation<Zh extends Record<string, string>> = Record<keyof Zh, string> & Record<Plural<keyof Zh>, string>

/** Keys as code writes them: a counted key without its plural ending. */
export type KeyOf<Zh extends Record<string, string>> = Base<keyof Zh>
