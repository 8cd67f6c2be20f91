import qrcode from 'qrcode-generator';

const CELL_PX = 6;
/** Four cells of white around it, as scanners expect (ISO/IEC 18004). */
const MARGIN_PX = 4 * CELL_PX;

/** A QR code as a picture in its own address: drawn on the phone, so it needs neither a network nor a canvas. */
export function qrPicture(text: string): string {
  // 0: as small as the text allows. M: still read with a seventh of it scratched or in glare.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(CELL_PX, MARGIN_PX);
}
