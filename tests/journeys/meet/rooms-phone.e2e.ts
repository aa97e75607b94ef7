import { walkEveryRoom } from './every-room.ts'

walkEveryRoom('phone')
