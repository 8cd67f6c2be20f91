import type { FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { companyOf } from '@jinmen/shared/services/sea-scattering/content';
import type { Ashes, Deceased, FarewellView, Kinship } from '@jinmen/shared/services/sea-scattering/views';
import { maskedIdNumber, maskedName, maskedPhone } from '../../../platform/masking';

/** What the one who signed up sees of what they typed: the numbers by their ends alone. */
export function shownToApplicant(content: FarewellContent) {
  const { deceased, contact } = content;
  const phone = contact.phone === undefined ? {} : { phone: maskedPhone(contact.phone) };
  return {
    ...shownPlan(content),
    deceased: maskedDeceased(deceased),
    kinship: content.kinship,
    company: companyOf(content),
    wantsCalls: contact.wantsCalls,
    ...phone,
  };
}

/** What others of the family see: the plan. No number, no phone, no papers of anybody, and nobody’s health. */
export function shownToKin(content: FarewellContent) {
  const { name, died, called } = content.deceased;
  const deceased: Deceased = {
    ...(name !== undefined && { name }),
    ...(died !== undefined && { died }),
    ...(called !== undefined && { called }),
  };
  const company = companyOf(content);
  const named = company.named.map(({ id, name, where }) => ({ id, name: maskedName(name), where }));
  const kinship: Kinship = {};
  return { ...shownPlan(content), deceased, kinship, company: { ...company, named }, wantsCalls: false };
}

function shownPlan({ way, ashes, wishes }: FarewellContent): Pick<FarewellView, 'way' | 'wishes'> & { ashes: Ashes } {
  return { way, ashes, wishes };
}

function maskedDeceased({ idNumber, paper, ...rest }: Deceased): Deceased {
  return {
    ...rest,
    ...(idNumber !== undefined && { idNumber: maskedIdNumber(idNumber) }),
    ...(paper && { paper: { ...paper, ...(paper.number !== undefined && { number: maskedNumber(paper.number) }) } }),
  };
}

/** Of the certificate of 2026 the number is the ID number. */
function maskedNumber(number: string): string {
  return number.length === 18 ? maskedIdNumber(number) : maskedPhone(number);
}

/** A section as the phone sends it back: what still shows stars means what stands here already. */
export function unmasked(section: string, given: unknown, { deceased, contact }: FarewellContent): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const behind = (shown: unknown, known: string | undefined, mask: (text: string) => string) =>
    known !== undefined && shown === mask(known) ? known : shown;
  if (section === 'contact') {
    const { phone } = given as { phone?: unknown };
    return phone === undefined ? given : { ...given, phone: behind(phone, contact.phone, maskedPhone) };
  }
  if (section !== 'deceased') return given;
  const { idNumber, paper } = given as { idNumber?: unknown; paper?: { number?: unknown } | null };
  const number = paper?.number;
  return {
    ...given,
    ...(idNumber !== undefined && { idNumber: behind(idNumber, deceased.idNumber, maskedIdNumber) }),
    ...(number !== undefined && { paper: { ...paper, number: behind(number, deceased.paper?.number, maskedNumber) } }),
  };
}
