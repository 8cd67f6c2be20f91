/** What a MySQL server says to a statement that failed: the first packet behind a command. */
export function errorPacket(errno: number): Buffer {
  const message = Buffer.from('made up');
  const payload = Buffer.concat([Buffer.from([0xff, errno & 0xff, errno >> 8]), Buffer.from('#HY000'), message]);
  const head = Buffer.from([payload.length & 0xff, payload.length >> 8, 0, 1]);
  return Buffer.concat([head, payload]);
}
