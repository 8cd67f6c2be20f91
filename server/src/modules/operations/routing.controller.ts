import {
  ChangeRoutesDto,
  FindCasesDto,
  ReasonDto,
  RouteWishDto,
  SendOnDto,
  SetDelegationDto,
} from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import type { CaseAtOffice, DistrictDecision, RouteBatch, RouteStep } from '../relief/relief-routing.port';
import { casesAtOfficeSchema, delegationSchema, routeBatchesSchema, routeStepsSchema } from './routing.schema';
import { RoutingOperations } from './routing-operations.service';

@ApiTags('staff')
@Controller('api/v1/staff')
export class RoutingController {
  constructor(private readonly routing: RoutingOperations) {}

  @Get('routing/changes')
  @Access('staff')
  @ApiOperation({ summary: 'The latest changes of where applications go, who made them and why' })
  @ApiOkResponse({ schema: routeBatchesSchema })
  async changes(): Promise<{ items: readonly RouteBatch[] }> {
    return { items: await this.routing.latest() };
  }

  @Post('routing/preview')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Which streets a change would touch; nothing is changed' })
  @ApiOkResponse({ schema: routeStepsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async preview(@Body() wish: RouteWishDto): Promise<{ steps: readonly RouteStep[] }> {
    return { steps: await this.routing.preview(wish) };
  }

  @Post('routing/changes')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Where applications of a street or of a whole district go from now on' })
  @ApiOkResponse({ schema: routeStepsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async change(@CurrentStaff() staff: Staff, @Body() wish: ChangeRoutesDto): Promise<{ steps: readonly RouteStep[] }> {
    return { steps: await this.routing.change(staff, wish) };
  }

  @Post('routing/changes/:id/undo')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Takes one change back, but for streets somebody changed since' })
  @ApiOkResponse({ schema: routeStepsSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  async undo(
    @CurrentStaff() staff: Staff,
    @Param('id') batch: string,
    @Body() { reason }: ReasonDto,
  ): Promise<{ steps: readonly RouteStep[] }> {
    return { steps: await this.routing.undo(staff, batch, reason) };
  }

  @Get('delegation')
  @Access('staff')
  @ApiOperation({ summary: 'Who decides in each district: itself, or its streets' })
  @ApiOkResponse({ schema: delegationSchema })
  async delegation(): Promise<{ items: readonly DistrictDecision[] }> {
    return { items: await this.routing.decisions() };
  }

  @Put('delegation/:district')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Who decides what is handed in from a day on' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  setDelegation(
    @CurrentStaff() staff: Staff,
    @Param('district') district: string,
    @Body() wish: SetDelegationDto,
  ): Promise<void> {
    return this.routing.setDecision(staff, district, wish);
  }

  @Get('cases')
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The cases behind a receipt, of the own offices; names masked' })
  @ApiOkResponse({ schema: casesAtOfficeSchema })
  async cases(
    @CurrentStaff() staff: Staff,
    @Query() { receipt }: FindCasesDto,
  ): Promise<{ items: readonly CaseAtOffice[] }> {
    return { items: await this.routing.casesOf(staff, receipt) };
  }

  @Post('cases/:id/office')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'Gives a case to another office; its bureau is told' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  sendOn(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { office, reason }: SendOnDto): Promise<void> {
    return this.routing.sendOn(staff, id, office, reason);
  }
}
