let table: Map<string, number> | undefined;

/** The text as an old system sends it. What GBK has no sign for becomes `?`. */
export function toGbk(text: string): Buffer {
  table ??= gbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else {
      const pair = table.get(character);
      if (pair === undefined) bytes.push(0x3f);
      else bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return Buffer.from(bytes);
}

/** Node decodes GBK and cannot encode it: every pair is decoded once. */
function gbkTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, number>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '�') pairs.set(character, (first << 8) | second);
    }
  }
  return pairs;
}
