import { Problem } from '../../../platform/http/problem';
import { partnerWords } from './partner-words';

const { problems: words } = partnerWords;

/** What keeps somebody from asking or answering. Each leaves everything as it was. */
export const partnerProblems = {
  nothingAsked: () => new Problem(409, 'booking.nothing-asked', words.nothingAsked),
  notYours: () => new Problem(403, 'booking.others-word', words.notYours),
  yourself: () => new Problem(409, 'booking-invitation.yourself', words.yourself),
  yourselfHere: () =>
    new Problem(400, 'request.invalid', words.yourselfHere, [
      { field: 'idNumber', code: 'booking.yourself', message: words.yourselfHere },
    ]),
  tooManyLinks: () => new Problem(429, 'booking-invitation.too-many-links', words.tooManyLinks),
  used: () => new Problem(409, 'booking-invitation.used', words.used),
  expired: () => new Problem(409, 'booking-invitation.expired', words.expired),
  revoked: () => new Problem(409, 'booking-invitation.revoked', words.revoked),
  phone: (message: string) =>
    new Problem(400, 'request.invalid', message, [{ field: 'phone', code: 'phone.shape', message }]),
} as const;
