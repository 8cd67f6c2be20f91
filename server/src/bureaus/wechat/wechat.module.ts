import { Module } from '@nestjs/common';
import { WechatClient } from './wechat.client';
import { Wechat } from './wechat.port';

@Module({ providers: [{ provide: Wechat, useClass: WechatClient }], exports: [Wechat] })
export class WechatModule {}
