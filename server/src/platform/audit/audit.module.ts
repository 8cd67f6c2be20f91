import { Global, Module } from '@nestjs/common';
import { AnchorFile } from './anchor-file';
import { Anchors } from './anchors';
import { Audit } from './audit';
import { AuditChainRepository } from './audit-chain.repository';
import { AuditCommands } from './audit-commands';
import { AuditMacs } from './audit-macs';
import { AuditRestores } from './audit-restores';
import { AuditSealer } from './audit-sealer';
import { AuditVerifier } from './audit-verifier';
import { TipFiles } from './tip-files';

const providers = [
  Audit,
  AuditMacs,
  AnchorFile,
  TipFiles,
  Anchors,
  AuditChainRepository,
  AuditSealer,
  AuditVerifier,
  AuditRestores,
  AuditCommands,
];

@Global()
@Module({ providers, exports: [Audit, AuditMacs, AuditRestores, AuditSealer, AuditVerifier] })
export class AuditModule {}
