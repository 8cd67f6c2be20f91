import { Global, Module } from '@nestjs/common';
import { BureauHttp } from './bureau-http';
import { ConnectedBureaus } from './connected-bureaus';
import { LineGauges } from './line-gauges';

@Global()
@Module({ providers: [BureauHttp, ConnectedBureaus, LineGauges], exports: [BureauHttp, ConnectedBureaus] })
export class BureauHttpModule {}
