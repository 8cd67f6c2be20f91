import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { type SimulatedPerson, Simulators } from '../../bureaus/simulators/simulators.port';
import { Access } from '../../platform/http/access';
import { arrayOf, objectOf, problemSchema, text } from '../../platform/http/json-schema';

const peopleSchema = objectOf({
  items: arrayOf(objectOf({ name: text('单人-断收入'), scenario: text('一个人住，本市户籍；这个月没有收入') })),
});

@ApiTags('development')
@Controller('api/v1/development')
export class DevelopmentController {
  constructor(private readonly simulators: Simulators) {}

  @Get('people')
  @Access('public')
  @ApiOperation({ summary: 'Made-up people to sign in as, with the code sim:<name>; there only beside the simulators' })
  @ApiOkResponse({ schema: peopleSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  async people(): Promise<{ items: readonly SimulatedPerson[] }> {
    return { items: await this.simulators.people() };
  }
}
