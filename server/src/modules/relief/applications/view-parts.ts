import type { ApplicationListItem, ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { OpenedApplication } from './applications.repository';

/**
 * What one matter shows of an application, beside what everybody sees. A provider that extends it is found by itself;
 * two never show the same member.
 */
export abstract class ViewPart {
  /** @param reader the account that looks, where the same thing reads otherwise to different people. */
  abstract of(application: OpenedApplication, reader?: string): Promise<Partial<ApplicationView>>;

  /** Of its line in the list. */
  async listed(_application: OpenedApplication, _reader?: string): Promise<Partial<ApplicationListItem>> {
    return {};
  }
}

/** Every `ViewPart` there is. */
@Injectable()
export class ViewParts implements OnModuleInit {
  private parts: readonly ViewPart[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.parts = [...found].filter((each) => each instanceof ViewPart);
  }

  async of(application: OpenedApplication, reader?: string): Promise<Partial<ApplicationView>> {
    const shown = await Promise.all(this.parts.map((part) => part.of(application, reader)));
    return Object.assign({}, ...shown);
  }

  async listed(application: OpenedApplication, reader?: string): Promise<Partial<ApplicationListItem>> {
    const shown = await Promise.all(this.parts.map((part) => part.listed(application, reader)));
    return Object.assign({}, ...shown);
  }
}
