import type { StoppedWhat } from './stops-at-death.port';

/** What a person who is alive reads of what was stopped by mistake, and what staff are answered. */
export const afterDeathWords = {
  unknown: '没有找到这一条，可能已经收回了，请重新读取。',
  /** Of what came back by itself, and of what they have to do again. */
  how: {
    booking: {
      restored: '约的时间恢复了。',
      again: '约的时间已经放开了。从“预约”再约一次就行，找不到合适的打 12345，说“停错了”，请人帮您排。',
    },
    waiting: {
      restored: '排队等号恢复了，还在原来那一位。',
      again: '排队等号要再排一次。原来排在哪一位，可以打 12345 说明。',
    },
    mandate: { restored: '托人代办恢复了。', again: '托人代办停了。还想托，请再托一次，对方点同意就行。' },
    relief: { restored: '已经告诉街道：之前报的有误，以您本人为准。', again: '请打街道的电话，说之前报的有误。' },
    messages: { restored: '给您的消息照常发了。', again: '给您的消息照常发了。' },
  } satisfies Record<StoppedWhat, { restored: string; again: string }>,
} as const;
