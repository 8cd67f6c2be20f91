import { Global, Module } from '@nestjs/common';
import { BlobStore } from './blob-store';
import { LocalBlobs } from './local-blobs';

@Global()
@Module({
  providers: [{ provide: BlobStore, useClass: LocalBlobs }],
  exports: [BlobStore],
})
export class BlobsModule {}
