import { Module } from '@nestjs/common';
import { KeyCommands } from './key-commands';
import { KeyUses } from './key-uses';

/** Changing keys, for those who run the service. */
@Module({ providers: [KeyCommands, KeyUses] })
export class KeysModule {}
