; What Numba's kernels call outside themselves: memory, which here is an arena that the kernel's entry empties.
; A block of memory is Numba's own record (64 bytes are kept for it) followed by the data. Said so, and not read
; from the record, the optimiser knows that what was asked for overlaps with nothing else.

@arena = global i32 0

define noalias ptr @NRT_MemInfo_alloc_aligned(i64 %size, i32 %align) noinline {
  %here = load i32, ptr @arena
  %up = add i32 %here, 63
  %record = and i32 %up, -64
  %bytes = trunc i64 %size to i32
  %data = add i32 %record, 64
  %end = add i32 %data, %bytes
  store i32 %end, ptr @arena
  %address = inttoptr i32 %record to ptr
  ret ptr %address
}

; Room that a kernel is lent and gives back: no record before it.
define noalias ptr @NRT_Allocate(i64 %size) noinline {
  %here = load i32, ptr @arena
  %up = add i32 %here, 63
  %data = and i32 %up, -64
  %bytes = trunc i64 %size to i32
  %end = add i32 %data, %bytes
  store i32 %end, ptr @arena
  %address = inttoptr i32 %data to ptr
  ret ptr %address
}

define void @NRT_Free(ptr %lent) { ret void }

define ptr @NRT_MemInfo_data_fast(ptr %record) {
  %data = getelementptr inbounds i8, ptr %record, i32 64
  ret ptr %data
}

define void @NRT_incref(ptr %record) { ret void }

define void @NRT_decref(ptr %record) { ret void }
