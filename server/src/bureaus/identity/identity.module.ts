import { Module } from '@nestjs/common';
import { IdentityClient } from './identity.client';
import { Identity } from './identity.port';

/** Named for the bureau: the feature of the same name is `modules/identity`. */
@Module({ providers: [{ provide: Identity, useClass: IdentityClient }], exports: [Identity] })
export class IdentityBureauModule {}
