import { randomUUID } from 'node:crypto';
import type { InvitationView, SignatureView, SigningAnswer } from '@jinmen/shared/applications/adults';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { type ReliefHouse, type TestResident, viewOf } from './relief-house';
import { type Reply, send } from './resident';

/** What the grown-ups of a household do about their signatures, over HTTP. */
export class Signers {
  constructor(private readonly house: () => ReliefHouse) {}

  async authorise(anna: TestResident, id: string, wish: object): Promise<ApplicationView & SigningAnswer> {
    return viewOf(await anna.post(`/${id}/authorisations`, wish));
  }

  async invite(anna: TestResident, id: string, member: string): Promise<string> {
    const { invitation } = await this.authorise(anna, id, { member, way: 'link' });
    if (!invitation) throw new Error('no link in the answer');
    return invitation.token;
  }

  async look(token: string): Promise<InvitationView> {
    return (await this.call(undefined, 'GET', `/invitations/${token}`)).body as unknown as InvitationView;
  }

  sign(who: TestResident | undefined, token: string): Promise<Reply> {
    return this.call(who, 'POST', `/invitations/${token}/signature`, { accepted: true });
  }

  refuse(who: TestResident, token: string): Promise<Reply> {
    return this.call(who, 'POST', `/invitations/${token}/refusal`, {});
  }

  async signatures(who: TestResident): Promise<readonly SignatureView[]> {
    const { body } = await this.call(who, 'GET', '/signatures');
    return (body as unknown as { items: readonly SignatureView[] }).items;
  }

  takeBack(who: TestResident, id: string): Promise<Reply> {
    return this.call(who, 'POST', `/signatures/${id}/withdrawal`, {});
  }

  private call(who: TestResident | undefined, method: string, path: string, body?: unknown): Promise<Reply> {
    const headers: Record<string, string> = {
      ...(who && { authorization: `Bearer ${who.accountId}` }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    };
    return send(this.house().server, method, `/api/v1/relief${path}`, body, headers);
  }
}
