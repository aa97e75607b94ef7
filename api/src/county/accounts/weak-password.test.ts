import { expect, test } from 'vitest'
import { isGuessable } from './weak-password.ts'

const about = ['member1', '向阳']

test.each(['1234567890', 'aaaaaaaaaa', 'password12', 'member1member1', 'qwertyuiop', '13800001234', 'x'.repeat(200)])(
  'anybody would try %s soon',
  async (password) => expect(await isGuessable(password, about)).toBe(true),
)

test.each(['a long pass phrase', '柳市的雨下了一整夜', 'Xk29-qpLm-77', `${'x'.repeat(20)}柳市镇第一党支部的雨`])(
  'nobody would try %s soon',
  async (password) => expect(await isGuessable(password, about)).toBe(false),
)
