import { Module } from '@nestjs/common';
import { ChildWelfareClient } from './child-welfare.client';
import { ChildWelfare } from './child-welfare.port';

@Module({
  providers: [{ provide: ChildWelfare, useClass: ChildWelfareClient }],
  exports: [ChildWelfare],
})
export class ChildWelfareModule {}
