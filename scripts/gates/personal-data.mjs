import { decodedTexts } from './decoded.mjs';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Lengths of cards UnionPay, Visa and Mastercard give out, with the digits theirs begin with. */
const CARD = /^(62\d{14,17}|4\d{15}|5[1-5]\d{14})$/;

const NUMBER = /(?<![\dA-Za-z.])\d{11,19}[Xx]?(?![\dA-Za-z])/g;

/** One sentence for each number in a file that could be a person's, however it is written: never printed whole, it may be one. */
export function personalDataProblems(file, text) {
  const found = decodedTexts(text).flatMap((each) => [...each.matchAll(NUMBER)].map(([run]) => run));
  const runs = new Set(found);
  return [...runs].flatMap((run) => {
    const what = whatIs(run.toUpperCase());
    return what ? [`${file} holds ${what}: ${run.slice(0, 3)}… (${run.length} digits)`] : [];
  });
}

function whatIs(run) {
  if (isIdNumber(run)) return 'a valid ID number (GB 11643)';
  if (/^1[3-9]\d{9}$/.test(run)) return 'a mobile number';
  return CARD.test(run) && passesLuhn(run) ? 'a valid card number' : undefined;
}

/** A day that was, and the check digit of GB 11643. */
function isIdNumber(text) {
  const [, year, month, day] = /^[1-9]\d{5}(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/.exec(text) ?? [];
  if (!year || year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECKS[sum % 11] === text[17];
}

function passesLuhn(text) {
  const digits = [...text].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] : digit), 0);
  return sum % 10 === 0;
}
