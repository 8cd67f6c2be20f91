import type { Browser } from 'playwright-core';

/**
 * A photo of a paper as a phone takes it: a JPEG of twelve million dots, a little noisy, with words on it. Made by the
 * browser, so that what is sent really is a picture that can be decoded.
 */
export async function photoOf(browser: Browser, words: string): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(async (text) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
    const paint = canvas.getContext('2d');
    if (!paint) throw new Error('this browser cannot draw');
    paint.fillStyle = '#f4efe4';
    paint.fillRect(0, 0, canvas.width, canvas.height);
    for (let grain = 0; grain < 60_000; grain += 1) {
      paint.fillStyle = `rgba(60, 60, 60, ${(grain % 7) / 20})`;
      paint.fillRect((grain * 7919) % canvas.width, (grain * 104_729) % canvas.height, 3, 3);
    }
    paint.fillStyle = '#222';
    paint.font = '240px sans-serif';
    paint.fillText(text, 300, 1500);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
    const bytes = new Uint8Array((await made?.arrayBuffer()) ?? new ArrayBuffer(0));
    return btoa(bytes.reduce((signs, byte) => signs + String.fromCharCode(byte), ''));
  }, words);
  await page.close();
  return Buffer.from(base64, 'base64');
}
