import { Module } from '@nestjs/common';
import { DailyUse } from './daily-use';
import { Places } from './places';
import { FileReader } from './reading/file-reader';
import { Uploads } from './uploads.port';
import { UploadsService } from './uploads.service';
import { UploadsCheck } from './uploads-check';
import { UploadsSweep } from './uploads-sweep.job';

/** What residents send as files. Imported by the module whose business the file is. */
@Module({
  providers: [
    UploadsService,
    { provide: Uploads, useExisting: UploadsService },
    FileReader,
    DailyUse,
    Places,
    UploadsCheck,
    UploadsSweep,
  ],
  exports: [Uploads],
})
export class UploadsModule {}
