import { Module } from '@nestjs/common';
import { SmsClient } from './sms.client';
import { Sms } from './sms.port';

@Module({ providers: [{ provide: Sms, useClass: SmsClient }], exports: [Sms] })
export class SmsModule {}
