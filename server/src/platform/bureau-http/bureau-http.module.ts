import { Global, Module } from '@nestjs/common';
import { BureauHttp } from './bureau-http';
import { ConnectedBureaus } from './connected-bureaus';

@Global()
@Module({ providers: [BureauHttp, ConnectedBureaus], exports: [BureauHttp, ConnectedBureaus] })
export class BureauHttpModule {}
