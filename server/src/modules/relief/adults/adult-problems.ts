import { Problem } from '../../../platform/http/problem';
import { adultWords } from './adult-words';

const { problems: words } = adultWords;

/** What keeps somebody from signing. Every one of them leaves what stood before as it was. */
export const adultProblems = {
  unknownMember: () => new Problem(422, 'signature.unknown-member', words.unknownMember),
  numberRequired: () =>
    new Problem(400, 'request.invalid', words.number, [
      { field: 'idNumber', code: 'signature.number', message: words.number },
    ]),
  reasonRequired: () =>
    new Problem(400, 'request.invalid', words.reason, [
      { field: 'reason', code: 'signature.reason', message: words.reason },
    ]),
  phone: (message: string) =>
    new Problem(400, 'request.invalid', message, [{ field: 'phone', code: 'phone.shape', message }]),
  notAccepted: () => new Problem(400, 'signature.not-accepted', words.notAccepted),
  yourself: () => new Problem(422, 'signature.yourself', words.yourself),
  signedAlready: () => new Problem(409, 'signature.signed-already', words.signedAlready),
  tooManyNumbers: () => new Problem(429, 'signature.too-many-numbers', words.tooManyNumbers),
  notHere: () => new Problem(409, 'signature.not-here', words.notHere),
  later: () => new Problem(503, 'signature.later', words.later),
  otherPhone: () => new Problem(403, 'signature-link.other-phone', words.otherPhone),
  tooManyLinks: () => new Problem(429, 'signature.too-many-links', words.tooManyLinks),
  tooManyTexts: () => new Problem(429, 'signature.too-many-texts', words.tooManyTexts),
  noSms: () => new Problem(422, 'signature.no-sms', words.noSms),
  otherPerson: () => new Problem(403, 'signature-link.other-person', words.otherPerson),
  used: () => new Problem(409, 'signature-link.used', words.used),
  expired: () => new Problem(409, 'signature-link.expired', words.expired),
  replaced: () => new Problem(409, 'signature-link.replaced', words.replaced),
  revoked: () => new Problem(409, 'signature-link.revoked', words.revoked),
} as const;
