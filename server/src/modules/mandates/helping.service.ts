import { phoneProblem, streetProblem, tidyPhone } from '@jinmen/shared/applications/check-field';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { AskMandateDto } from '@jinmen/shared/dto/mandate.dto';
import { isMinor } from '@jinmen/shared/residents/guardianship';
import { lastDayOf, type MandateView } from '@jinmen/shared/residents/mandates';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { type FieldProblem, Problem, problems } from '../../platform/http/problem';
import { type AskedPerson, IdentityChecks } from '../identity/identity-checks.port';
import { People } from '../identity/people.port';
import { AnsweringPhones } from './answering-phones.service';
import { MandateViews } from './mandate-views.service';
import { MandatesService } from './mandates.service';
import { PrincipalQuestions } from './principal-questions.service';
import { mandateWords } from './words';

/** 示例: no document fixes it. Whoever helps more people than this at once does it as an office. */
const MOST_AT_ONCE = 5;
const { problems: words } = mandateWords;

/** Asking to do one matter for somebody. */
@Injectable()
export class Helping {
  constructor(
    private readonly mandates: MandatesService,
    private readonly views: MandateViews,
    private readonly questions: PrincipalQuestions,
    private readonly phones: AnsweringPhones,
    private readonly checks: IdentityChecks,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the transaction of its idempotency key. The bureau is asked by a message, the person only after its yes.
   * @throws Problem 403 `identity.required`, `consent.required`; 400 at the fields; 422 `mandate.too-many`, `mandate.not-connected`; 429
   * `identity.too-many`.
   */
  async ask(accountId: string, typed: AskMandateDto): Promise<MandateView> {
    const helper = await this.people.acting(accountId, words.realName);
    if (!this.questions.canAsk) throw new Problem(422, 'mandate.not-connected', words.notConnected);
    const who = this.checks.read(typed);
    const wrong = [...this.wrongWith(who, helper.idNumber), ...wrongIn(typed)];
    if (wrong.length > 0) throw problems.invalid(wrong);
    const principal = {
      ...who,
      ...(typed.phone !== undefined && typed.way !== 'account' && { phone: tidyPhone(typed.phone) }),
    };
    if (typed.way === 'sms' && !(await this.phones.mayAnswer(accountId, principal))) {
      throw problems.invalid([{ field: 'phone', code: 'mandate.not-their-phone', message: words.phoneNotTheirs }]);
    }
    const open = await this.mandates.listHelping(accountId);
    if (open.length >= MOST_AT_ONCE) throw new Problem(422, 'mandate.too-many', words.tooMany(MOST_AT_ONCE));
    const { street, way, days } = typed;
    const known = catalogue.map(({ code }) => code);
    const row = await this.mandates.add(
      {
        helperAccountId: accountId,
        programmes: known.filter((code) => typed.programmes.includes(code)),
        street,
        way,
        until: lastDayOf(this.clock.today(), days),
      },
      principal,
    );
    await this.questions.ask(row, who.idNumber);
    return this.views.of(row, 'helper');
  }

  private wrongWith({ idNumber, birth }: AskedPerson, own: string): readonly FieldProblem[] {
    if (idNumber === own) return [{ field: 'idNumber', code: 'mandate.yourself', message: words.yourself }];
    if (!isMinor(birth, this.clock.today())) return [];
    return [{ field: 'idNumber', code: 'mandate.minor', message: words.minor }];
  }
}

function wrongIn({ street, way, phone, programmes }: AskMandateDto): readonly FieldProblem[] {
  const wrongStreet = streetProblem(street);
  const wrongPhone = way === 'account' ? undefined : wrongPhoneOf(way, phone ?? '');
  const known = programmes.every((code) => catalogue.some((each) => each.code === code));
  return [
    ...(wrongStreet ? [{ field: 'street', ...wrongStreet }] : []),
    ...(wrongPhone ? [{ field: 'phone', ...wrongPhone }] : []),
    ...(known ? [] : [{ field: 'programmes', code: 'programme.unknown', message: words.programme }]),
  ];
}

function wrongPhoneOf(way: 'sms' | 'call', phone: string) {
  if (phone.trim() === '') return { code: 'phone.missing', message: words.phoneMissing };
  const wrong = phoneProblem(phone);
  if (wrong || way === 'call' || tidyPhone(phone).startsWith('1')) return wrong;
  return { code: 'phone.mobile', message: words.phoneMobile };
}
