/// Reports as mail programs write them, of invented people.
enum BounceSamples {
    static let postfix = """
        Return-Path: <>
        Date: Mon,  9 Nov 2026 08:12:44 +0000 (UTC)
        From: MAILER-DAEMON@mx.harbours.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: portolan@harbours.example
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="7C1F2A0B31.1762675964/mx.harbours.example"
        Message-Id: <20261109081244.9A@mx.harbours.example>

        This is a MIME-encapsulated message.

        --7C1F2A0B31.1762675964/mx.harbours.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients.

        --7C1F2A0B31.1762675964/mx.harbours.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.harbours.example
        X-Postfix-Queue-ID: 7C1F2A0B31
        Arrival-Date: Mon,  9 Nov 2026 08:12:43 +0000 (UTC)

        Final-Recipient: rfc822; bruno@fikertal.example
        Original-Recipient: rfc822;Bruno@Fikertal.example
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mail.fikertal.example
        Diagnostic-Code: smtp; 550 5.1.1 <bruno@fikertal.example>: Recipient address
            rejected: User unknown in virtual mailbox table

        --7C1F2A0B31.1762675964/mx.harbours.example
        Content-Type: message/rfc822

        From: portolan@harbours.example
        To: bruno@fikertal.example
        Subject: Reminder
        Final-Recipient: rfc822; nobody@elsewhere.example

        Hello

        --7C1F2A0B31.1762675964/mx.harbours.example--

        """

    /// Of an old Exim: no report for programs, a header instead.
    static let exim = """
        Return-path: <>
        X-Failed-Recipients: gita@golmark.example, ivo@golmark.example
        Auto-Submitted: auto-replied
        From: Mail Delivery System <Mailer-Daemon@mx2.harbours.example>
        To: portolan@harbours.example
        Subject: Mail delivery failed: returning message to sender
        Date: Tue, 10 Nov 2026 23:59:01 +0100

        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its
        recipients. This is a permanent error. The following address(es) failed:

          gita@golmark.example
            host mail.golmark.example [192.0.2.4]
            SMTP error from remote mail server after RCPT TO:<gita@golmark.example>:
            552 5.2.2 Mailbox full
          ivo@golmark.example
            Unrouteable address

        """

    static let exchange = """
        From: <postmaster@havnia.example>
        To: <portolan@harbours.example>
        Date: Wed, 11 Nov 2026 10:02:11 +0100
        Content-Type: multipart/report; report-type=delivery-status; boundary="_000_DM6PR"
        Subject: Undeliverable: Erinnerung
        Auto-Submitted: auto-replied

        --_000_DM6PR
        Content-Type: multipart/alternative; differences=Content-Type; boundary="_000_inner"

        --_000_inner
        Content-Type: text/plain; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        Delivery has failed to these recipients or groups=3A

        --_000_inner--

        --_000_DM6PR
        Content-Type: message/delivery-status
        Content-Transfer-Encoding: base64

        UmVwb3J0aW5nLU1UQTogZG5zO0RNNlBSLmhhdm5pYS5leGFtcGxlDQoNCkZpbmFsLVJlY2lwaWVudDogcmZjODIyO3NlbGluQGhhdm5pYS5leGFtcGxlDQpBY3Rpb246IGZhaWxlZA0KU3RhdHVzOiA1LjEuMTANCkRpYWdub3N0aWMtQ29kZTogc210cDs1NTAgNS4xLjEwIFJFU09MVkVSLkFEUi5SZWNpcGllbnROb3RGb3VuZDsgUmVjaXBpZW50IHNlbGluQGhhdm5pYS5leGFtcGxlIG5vdCBmb3VuZCBieSBTTVRQIGFkZHJlc3MgbG9va3VwDQo=

        --_000_DM6PR--

        """

    static let delayed = """
        From: MAILER-DAEMON@mx.harbours.example (Mail Delivery System)
        Subject: Delayed Mail (still being retried)
        Date: Thu, 12 Nov 2026 04:00:00 +0000
        Content-Type: multipart/report; report-type=delivery-status; boundary=late

        --late
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.harbours.example

        Final-Recipient: rfc822; olga@isleworth.example
        Action: delayed
        Status: 4.4.1
        Diagnostic-Code: X-Postfix; connect to mail.isleworth.example[192.0.2.9]:25: Connection timed out
        Will-Retry-Until: Tue, 17 Nov 2026 00:00:00 +0000

        --late--

        """

    /// Neither in the form of a report nor from a mail program.
    static let forged = """
        From: Somebody <somebody@elsewhere.example>
        To: portolan@harbours.example
        Subject: Undelivered Mail Returned to Sender
        Date: Thu, 12 Nov 2026 04:00:00 +0000

        Final-Recipient: rfc822; chen@fikertal.example
        Action: failed
        Status: 5.1.1

        """
}
