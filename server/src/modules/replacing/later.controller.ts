import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import { Owned } from '../../platform/http/owned';
import { Answers } from './answers.service';

/** What people say to the time that is kept for them, beside taking it or another. */
@ApiTags('bookings')
@Controller('api/v1/bookings/:id')
export class LaterController {
  constructor(private readonly answers: Answers) {}

  @Post('later')
  @HttpCode(204)
  @Access('resident')
  @Owned('booking')
  @ApiOperation({
    summary: '先放一放: an answer; what is kept for them stays until its time, and nothing is cancelled',
  })
  @ApiNoContentResponse()
  later(@Param('id') id: string): Promise<void> {
    return this.answers.later(id);
  }
}
