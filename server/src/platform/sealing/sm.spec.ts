import { hmacSm3, sm3, sm4CbcDecrypt, sm4CbcEncrypt } from './sm';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('SM3 answers as GB/T 32905 appendix A prints it', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('for %s', (text, expected) => {
    expect(sm3(text).toString('hex')).toBe(expected);
  });

  it('and of parts as of the whole', () => {
    expect(sm3('a', Buffer.from('bc'))).toEqual(sm3('abc'));
  });
});

describe('HMAC-SM3 answers as its published test vectors', () => {
  it.each([
    [
      hex(Array.from({ length: 37 }, (_, index) => (index + 1).toString(16).padStart(2, '0')).join('')),
      hex('cd'.repeat(50)),
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    ],
    [hex('0b'.repeat(32)), Buffer.from('Hi There'), 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
    [
      Buffer.from('Jefe'),
      Buffer.from('what do ya want for nothing?'),
      '2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882',
    ],
  ])('under the key %#', (key, text, expected) => {
    expect(hmacSm3(key, text).toString('hex')).toBe(expected);
  });
});

describe('SM4-CBC', () => {
  const key = hex('0123456789abcdeffedcba9876543210');

  it('with an iv of zeros begins with the block of GB/T 32907 appendix A.1', () => {
    const first = sm4CbcEncrypt(key, Buffer.alloc(16), key).subarray(0, 16);
    expect(first.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it.each([
    ['0123456789abcdeffedcba9876543210', '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d'],
    ['fedcba98765432100123456789abcdef', '0d3a6ddc2d21c698857215587b7bb59a91f2c147911a4144665e1fa1d40bae38'],
  ])('under %s answers as draft-ribose-cfrg-sm4 A.2.2 prints it, so it chains and is not ECB', (vector, expected) => {
    const iv = hex('000102030405060708090a0b0c0d0e0f');
    const plain = hex('aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb');
    const encrypted = sm4CbcEncrypt(hex(vector), iv, plain);
    expect(encrypted.subarray(0, 32).toString('hex')).toBe(expected);
    expect(sm4CbcDecrypt(hex(vector), iv, encrypted)).toEqual(plain);
  });
});
