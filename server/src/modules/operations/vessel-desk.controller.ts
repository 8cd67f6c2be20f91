import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { anyObject, arrayOf, integer, objectOf, oneOf, problemSchema, text } from '../../platform/http/json-schema';
import { type Manifest, VesselDesk } from '../sea/boarding/vessel-desk.port';

const manifestSchema = objectOf({
  voyage: anyObject('as GET /voyages/:id'),
  seats: integer('of all families together'),
  families: arrayOf(
    objectOf({
      number: text('JM-7KQ2M9'),
      way: oneOf('collective', 'family', 'proxy'),
      applicant: text('王*'),
      'phone?': text('138****5678'),
      'deceased?': text('王*'),
      'differs?': { type: 'boolean' },
      'asides?': arrayOf(
        objectOf({
          kind: oneOf('boarded', 'scattered'),
          at: { type: 'string', format: 'date-time' },
          'pass?': text('JM-7KQ2M9-2'),
        }),
      ),
      people: arrayOf(
        objectOf({
          pass: text('JM-7KQ2M9-2'),
          'name?': text('王*'),
          where: oneOf('aboard', 'ashore'),
          'age?': integer('years'),
          'wheelchair?': { type: 'boolean' },
          note: { type: 'boolean' },
          'health?': text('for the doctor aboard'),
          'boardedAt?': { type: 'string', format: 'date-time' },
        }),
      ),
    }),
  ),
});

@ApiTags('staff')
@Controller('api/v1/staff/voyages')
export class VesselDeskController {
  constructor(private readonly desk: VesselDesk) {}

  @Get(':id/manifest')
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Who comes aboard a voyage; names masked, and nothing of anybody’s health' })
  @ApiOkResponse({ schema: manifestSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  manifest(@CurrentStaff() { staffId }: Staff, @Param('id') id: string): Promise<Manifest> {
    return this.desk.manifest(staffId, id);
  }

  @Post(':id/manifest/whole')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'The same whole, to be printed for the vessel, and why, for the record' })
  @ApiOkResponse({ schema: manifestSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  whole(@CurrentStaff() { staffId }: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<Manifest> {
    return this.desk.wholeManifest(staffId, id, reason);
  }
}
