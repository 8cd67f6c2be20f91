import { Module } from '@nestjs/common';
import { MarriagePolicy } from './marriage.policy';

@Module({ providers: [MarriagePolicy] })
export class MarriageModule {}
