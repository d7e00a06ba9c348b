import { Module } from '@nestjs/common';
import { ApiDescription } from './api-description.js';
import { OpenApi } from './openapi.controller.js';

/** The description of the API. */
@Module({ controllers: [OpenApi], providers: [ApiDescription] })
export class OpenApiWebModule {}
