import { ServiceSitesQueryDto, ServiceWindowsQueryDto } from '@jinmen/shared/dto/services-query.dto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../../platform/http/access';
import type { TaggedReply } from '../../../platform/http/etag';
import { problemSchema } from '../../../platform/http/json-schema';
import { ServiceReads } from './service-reads.service';
import { daysSchema, servicesSchema, sitesSchema, windowsSchema } from './services.schema';

@ApiTags('services')
@Controller('api/v1/services')
export class ServicesController {
  constructor(private readonly reads: ServiceReads) {}

  @Get()
  @Access('public')
  @ApiOperation({ summary: 'What can be booked; 304 while nothing changed (ETag)' })
  @ApiOkResponse({ schema: servicesSchema })
  @ApiNotModifiedResponse()
  services(): Promise<TaggedReply> {
    return this.reads.services();
  }

  @Get(':service/sites')
  @Access('public')
  @ApiOperation({ summary: 'Where, with the first day that has something free' })
  @ApiOkResponse({ schema: sitesSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiNotModifiedResponse()
  sites(@Param('service') service: string, @Query() query: ServiceSitesQueryDto): Promise<TaggedReply> {
    return this.reads.sites(service, query);
  }

  @Get(':service/windows')
  @Access('public')
  @ApiOperation({ summary: 'Times that can be booked: of one site at most 62 days, of all at most 7' })
  @ApiOkResponse({ schema: windowsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiNotModifiedResponse()
  windows(@Param('service') service: string, @Query() query: ServiceWindowsQueryDto): Promise<TaggedReply> {
    return this.reads.windows(service, query);
  }

  @Get(':service/days')
  @Access('public')
  @ApiOperation({ summary: 'Days with what is left of them, of one site or of all together; at most 62 days' })
  @ApiOkResponse({ schema: daysSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiNotModifiedResponse()
  days(@Param('service') service: string, @Query() query: ServiceWindowsQueryDto): Promise<TaggedReply> {
    return this.reads.days(service, query);
  }
}
