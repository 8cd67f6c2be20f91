import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Config } from '../config/config';
import { DataKeys } from './data-keys';
import { Resealer } from './resealer';
import { Sealing } from './sealing';

@Global()
@Module({})
export class SealingModule {
  /** @throws DataKeysError when the keys cannot be used; in production they are never made up. */
  static forRoot(config: Pick<Config, 'dataKeysFile' | 'environment'>): DynamicModule {
    const keys = DataKeys.open(config.dataKeysFile, { makeIfAbsent: config.environment !== 'production' });
    return {
      module: SealingModule,
      providers: [{ provide: DataKeys, useValue: keys }, Sealing, Resealer],
      exports: [DataKeys, Sealing, Resealer],
    };
  }
}
