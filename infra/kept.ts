import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * Stays when its stack is deleted, or when another takes its place. Only a stack that was never there takes it along: a first
 * deployment that failed would leave dozens of empty tables, keys and secrets behind, and could not be repeated under their names.
 */
export const KEPT = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** Whether what has this policy outlives its stack. */
export const isKept = (removalPolicy: RemovalPolicy): boolean => removalPolicy !== RemovalPolicy.DESTROY;
