// The package ships no types for its single dictionaries.
declare module 'opencc-js/dict/TSCharacters' {
  /** `電 电|車 车|…` */
  const pairs: string
  export default pairs
}
