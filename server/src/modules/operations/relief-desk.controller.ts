import { SetRouteDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import type { OverdueCase, ReliefRoute, StuckCase } from '../relief/relief-operations.port';
import type { UnsignedList } from '../relief/unsigned.port';
import { overdueSchema, routingSchema, stuckSchema, unsignedSchema } from './operations.schema';
import { ReliefDesk } from './relief-desk.service';

@ApiTags('staff')
@Controller('api/v1/staff')
export class ReliefDeskController {
  constructor(private readonly desk: ReliefDesk) {}

  @Get('overdue')
  @Access('staff')
  @ApiOperation({ summary: 'Cases beyond their clock, of the own offices, the longest overdue first; names masked' })
  @ApiOkResponse({ schema: overdueSchema })
  async overdue(@CurrentStaff() staff: Staff): Promise<{ items: readonly OverdueCase[] }> {
    return { items: await this.desk.overdue(staff) };
  }

  @Get('stuck')
  @Access('staff')
  @ApiOperation({ summary: 'Cases that wait for a person, of the own offices, the longest first; names masked' })
  @ApiOkResponse({ schema: stuckSchema })
  async stuck(@CurrentStaff() staff: Staff): Promise<{ items: readonly StuckCase[] }> {
    return { items: await this.desk.stuck(staff) };
  }

  @Get('unsigned')
  @Access('staff')
  @ApiOperation({
    summary: 'Grown-ups whose signature a case waits for, of the own offices, the longest first; masked',
  })
  @ApiOkResponse({ schema: unsignedSchema })
  unsigned(@CurrentStaff() staff: Staff): Promise<UnsignedList> {
    return this.desk.unsigned(staff);
  }

  @Get('routing')
  @Access('staff')
  @ApiOperation({ summary: 'Streets whose applications go to another office' })
  @ApiOkResponse({ schema: routingSchema })
  async routing(): Promise<{ items: readonly ReliefRoute[] }> {
    return { items: await this.desk.routes() };
  }

  @Put('routing/:street')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Where applications of a street go from now on' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  setRoute(
    @CurrentStaff() staff: Staff,
    @Param('street') street: string,
    @Body() { office, reason }: SetRouteDto,
  ): Promise<void> {
    return this.desk.setRoute(staff, street, office, reason);
  }
}
