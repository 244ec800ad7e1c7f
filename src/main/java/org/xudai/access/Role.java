package org.xudai.access;

/** Roles of staff. */
public enum Role {
    /** 客户经理. */
    RELATIONSHIP_MANAGER,
    /** 审查人. */
    REVIEWER,
    /** 审批人. */
    APPROVER,
    /** 支行负责人. */
    BRANCH_HEAD,
    /** 热线坐席. */
    HOTLINE,
    /** 流程管理员. */
    PROCESS_ADMIN,
    /** 审计. */
    AUDITOR
}
