import type { ratings as zh } from '../zh-CN/ratings.ts'
import type { Translation } from '../translation.ts'

export const ratings = {
  title: 'Grade the work',
  mine: 'Your grades',
  change: 'Change them',
  'dimension.attitude': 'How were you treated?',
  'dimension.speed': 'Was it quick?',
  'dimension.result': 'Is the result good?',
  'dimension.attitude.short': 'Attitude',
  'dimension.speed.short': 'Speed',
  'dimension.result.short': 'Result',
  'grade.5': 'Very satisfied',
  'grade.4': 'Satisfied',
  'grade.3': 'Neutral',
  'grade.2': 'Dissatisfied',
  'grade.1': 'Very dissatisfied',
  words: 'Anything you want to say',
  quoted: '“{{words}}”',
  submit: 'Send the grades',
  done: 'Noted, thank you. You may change it until the quarter ends.',
} satisfies Translation<typeof zh>
