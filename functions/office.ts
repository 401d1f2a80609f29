import './platform/navigator';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import type { Hono } from 'hono';
import { lambdaServices, warm } from './platform/lambda';
import { answerEvent } from './platform/lambda-http';
import { officeApp } from './whole-app';

const services = lambdaServices('office', { connections: 1 });
warm(services);
let app: Hono | undefined;

/** The office's part of the API (`/office/…`) as an AWS Lambda function behind the same HTTP API. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  app ??= officeApp(await services());
  return answerEvent(app, event);
}
