# Stands for the part of Windows 10 and 11 that Wine has not: no converter is ever found, so Qt uses
# its own. It lies among the system's libraries of the Wine folder and is never shipped.
        .intel_syntax noprefix
        .text
        .globl none
none:   xor eax, eax
        ret
        .globl no_converter
no_converter:
        mov dword ptr [rdx], 4          # U_FILE_ACCESS_ERROR
        xor eax, eax
        ret
