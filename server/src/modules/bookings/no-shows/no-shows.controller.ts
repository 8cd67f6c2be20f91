import type { NoShowView } from '@jinmen/shared/bookings/views';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { arrayOf, objectOf, problemSchema, text } from '../../../platform/http/json-schema';
import { type Page, pageRequest } from '../../../platform/http/page';
import { NoShows } from './no-shows.service';

const instant = { type: 'string', format: 'date-time' } as const;

const noShowsSchema = objectOf({
  items: arrayOf(
    objectOf({
      booking: text('4b1f6d7e-0000-4000-8000-000000000000'),
      number: text('JM-7KQ2M9'),
      service: text('marriage-registration'),
      kind: text('marriage'),
      siteName: text('和平区婚姻登记处'),
      startsAt: instant,
      'excused?': objectOf({ at: instant, 'why?': text('那天住院了') }),
    }),
  ),
  'nextCursor?': text('MjAyNi0x…'),
});

@ApiTags('bookings')
@Controller('api/v1/bookings/no-shows')
export class NoShowsController {
  constructor(private readonly noShows: NoShows) {}

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'The days the resident did not come, and which of them the desk has excused' })
  @ApiOkResponse({ schema: noShowsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentResident() resident: Resident, @Query() query: PageQueryDto): Promise<Page<NoShowView>> {
    return this.noShows.list(resident, pageRequest(query));
  }
}
