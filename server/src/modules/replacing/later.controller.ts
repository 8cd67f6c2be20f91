import type { OtherTimeWishesView } from '@jinmen/shared/bookings/other-time-wishes';
import { OtherTimeWishesDto } from '@jinmen/shared/dto/replacing.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import { arrayOf, objectOf, text } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { Answers } from './answers.service';
import { WishesService } from './wishes.service';

const wishesSchema = objectOf({ impossible: arrayOf(text('2026-12-08')), sites: arrayOf(text('registry-120101')) });

/** What people say to the time that is kept for them, beside taking it or another. */
@ApiTags('bookings')
@Controller('api/v1/bookings/:id')
export class LaterController {
  constructor(
    private readonly answers: Answers,
    private readonly wishes: WishesService,
  ) {}

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

  @Put('wishes')
  @HttpCode(204)
  @Access('resident')
  @Owned('booking')
  @ApiOperation({ summary: 'Which days and places would do, of one that lost its time: the next round holds to it' })
  @ApiBody({ schema: wishesSchema })
  @ApiNoContentResponse()
  say(@Param('id') id: string, @Body() wishes: OtherTimeWishesDto): Promise<void> {
    return this.wishes.say(id, wishes);
  }

  @Get('wishes')
  @Access('resident')
  @Owned('booking')
  @ApiOperation({ summary: 'What was said of days and places, so that it can be changed and not only replaced' })
  @ApiOkResponse({ schema: objectOf({ 'said?': wishesSchema }) })
  async said(@Param('id') id: string): Promise<OtherTimeWishesView> {
    const said = (await this.wishes.of([id])).get(id);
    return said ? { said } : {};
  }
}
