import { Controller, Get, HttpCode, Param, ParseEnumPipe, Post } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { arrayOf, objectOf, oneOf, problemSchema, text } from '../../platform/http/json-schema';
import { DisplacedDesk, type DisplacedView } from '../bookings/displaced/displaced-desk.port';
import { numberSchema } from './operations.schema';

const ROLES = { holder: 'holder', partner: 'partner' } as const;
const instant = { type: 'string', format: 'date-time' } as const;

const displacedSchema = objectOf({
  items: arrayOf(
    objectOf({
      id: text('4b1f6d7e-0000-4000-8000-000000000000'),
      title: text('结婚登记'),
      siteName: text('和平区婚姻登记处'),
      lost: instant,
      toldAt: instant,
      'keptUntil?': instant,
      'askedUntil?': instant,
      people: arrayOf(objectOf({ role: oneOf('holder', 'partner'), name: text('张*'), 'phone?': text('138****5678') })),
    }),
  ),
  more: { type: 'boolean' },
});

@ApiTags('staff')
@Controller('api/v1/staff/displaced')
export class DisplacedDeskController {
  constructor(private readonly desk: DisplacedDesk) {}

  @Get()
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Bookings that lost their time and have no other yet, and whom to call; masked' })
  @ApiOkResponse({ schema: displacedSchema })
  list(@CurrentStaff() { staffId }: Staff): Promise<DisplacedView> {
    return this.desk.list(staffId);
  }

  @Post(':id/people/:role/number')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'The number one of them left, whole; each look is recorded and counted' })
  @ApiParam({ name: 'role', enum: Object.keys(ROLES) })
  @ApiOkResponse({ schema: numberSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async number(
    @CurrentStaff() { staffId }: Staff,
    @Param('id') id: string,
    @Param('role', new ParseEnumPipe(ROLES)) role: 'holder' | 'partner',
  ): Promise<{ phone: string }> {
    return { phone: await this.desk.showNumber(staffId, id, role) };
  }
}
