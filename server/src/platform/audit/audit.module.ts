import { Global, Module } from '@nestjs/common';
import { Audit } from './audit';
import { AuditMacs } from './audit-macs';

@Global()
@Module({ providers: [Audit, AuditMacs], exports: [Audit] })
export class AuditModule {}
