import { Injectable } from '@nestjs/common';
import { Sms } from '../../bureaus/sms/sms.port';
import { Wechat } from '../../bureaus/wechat/wechat.port';
import { Config } from '../../platform/config/config';
import { Consents } from '../consents/consents.port';
import { TextedNumbers } from '../texting/texted-numbers.port';
import { Contacts } from './contacts';
import { Grants } from './grants.service';
import { MESSAGES_PURPOSE } from './messages-purpose';
import type { Notice } from './notice.entity';
import type { Reach } from './notice-way';
import type { NoticeContact } from './notices.port';

/** What is known about reaching somebody, asked anew each time: consents are withdrawn and grants used. */
@Injectable()
export class Ways {
  constructor(
    private readonly config: Config,
    private readonly wechat: Wechat,
    private readonly sms: Sms,
    private readonly grants: Grants,
    private readonly consents: Consents,
    private readonly contacts: Contacts,
    private readonly texted: TextedNumbers,
  ) {}

  async to(notice: Notice): Promise<{ reach: Reach; contact: NoticeContact | undefined }> {
    const { accountId } = notice;
    const contact = await this.contacts.find(notice);
    const phone = contact?.phone !== undefined;
    const template = this.config.wechat?.progressTemplate;
    // WeChat's own question is no consent: a grant that is left says nothing of whether it may be used (security.md 1B)
    const wanted = await this.consents.has(accountId, MESSAGES_PURPOSE);
    const granted = wanted && this.wechat.connected && template !== undefined;
    const reach = {
      wechat: granted && (await this.grants.has(accountId, template)),
      sms: wanted && this.sms.connected && phone,
      phone,
    };
    return { reach, contact };
  }

  async takeGrant({ accountId }: Notice): Promise<boolean> {
    const template = this.config.wechat?.progressTemplate;
    return template !== undefined && this.grants.take(accountId, template);
  }

  /** False when the number had its day's share: whoever wrote it into their matters may be making us ring it. */
  async takeText(contact: NoticeContact | undefined): Promise<boolean> {
    return contact?.phone !== undefined && this.texted.takeNotice(contact.phone);
  }
}
