import { Module } from '@nestjs/common';
import { SocialAssistanceClient } from './social-assistance.client';
import { SocialAssistance } from './social-assistance.port';

@Module({
  providers: [{ provide: SocialAssistance, useClass: SocialAssistanceClient }],
  exports: [SocialAssistance],
})
export class SocialAssistanceModule {}
